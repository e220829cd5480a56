/** A JPEG as far as its size, of so many pixels as the sensor lies, with Exif's orientation: 6 when a phone is held upright. */
export function photo(width: number, height: number, orientation: number): Uint8Array {
  const exif = [...'Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0'].map((sign) =>
    sign.charCodeAt(0),
  );
  const entry = [...exif, orientation, 0, 0, 0, 0, 0, 0];
  const frame = [8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0];
  return Uint8Array.of(0xff, 0xd8, 0xff, 0xe1, 0, entry.length + 2, ...entry, 0xff, 0xc0, 0, 11, ...frame);
}
