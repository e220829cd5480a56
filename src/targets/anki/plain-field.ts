/** A field as Anki sorts and compares it: without tags, media by their names (Anki, `rslib/src/text.rs`). */
export function plainField(html: string): string {
  return html
    .replace(
      /<(?:img|audio|video|source)\b[^>]*?\bsrc="([^"]*)"[^>]*>|<object\b[^>]*?\bdata="([^"]*)"[^>]*>/gi,
      ' $1$2 ',
    )
    .replace(/<!--[\s\S]*?-->|<style[\s\S]*?<\/style>|<script[\s\S]*?<\/script>|<[^>]*>/gi, '')
    .replace(
      /&(?:lt|gt|quot|amp|#\d+);/g,
      (entity) => entities[entity] ?? String.fromCodePoint(Number(entity.slice(2, -1))),
    );
}

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
