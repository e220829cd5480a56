const svg = (width: number, height: number, inside: string): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inside}</svg>`,
  )}`;

/** Pictures for cards, by their names in the bank. */
export const pictures: Readonly<Record<string, string>> = {
  'volcano.svg': svg(
    800,
    520,
    '<rect width="800" height="520" fill="#cfe3f2"/><path d="M0 430 L230 400 L350 110 L450 110 L570 400 L800 430 V520 H0 Z" fill="#8a7358"/><path d="M230 400 L350 110 L380 110 L330 400 Z" fill="#9f8768"/><ellipse cx="400" cy="445" rx="140" ry="45" fill="#e2572b"/><path d="M388 440 L392 110 H408 L412 440 Z" fill="#f0803c"/><path d="M350 110 Q400 140 450 110 Z" fill="#f0803c"/><path d="M360 95 q10 -60 40 -70 q50 -10 60 25 q40 10 10 40 q-60 20 -110 5" fill="#b9bec4"/>',
  ),
  'tide.svg': svg(
    800,
    300,
    '<rect width="800" height="300" fill="#101a33"/><circle cx="90" cy="150" r="64" fill="#f6c945"/><circle cx="430" cy="150" r="22" fill="#c9ccd2"/><ellipse cx="640" cy="150" rx="98" ry="62" fill="#6fa8dc"/><circle cx="640" cy="150" r="56" fill="#3f7d4f"/><path d="M160 150 H400 M460 150 H530" stroke="#fff" stroke-width="2" stroke-dasharray="8 8"/>',
  ),
};
