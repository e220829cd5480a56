/** A picture or a sound. */
export type MediaKind = 'picture' | 'sound';

/** The formats that every Anki shows or plays, by the ends of their files' names. */
export const mediaFormats: Readonly<Record<MediaKind, readonly string[]>> = {
  picture: ['png', 'jpg', 'jpeg', 'webp', 'svg', 'gif'],
  sound: ['mp3', 'ogg', 'wav', 'm4a', 'flac'],
};

/** Whether a file's name ends as a picture's, or a sound's, must. */
export const isTaken = (file: string, kind: MediaKind): boolean =>
  mediaFormats[kind].some((format) => file.toLowerCase().endsWith(`.${format}`));
