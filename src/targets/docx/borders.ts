import { BorderStyle } from 'docx';

/** The grey of lines to write on, which a black and white printer keeps apart from black. */
export const ruling = '808080';

const line = (size: number, color = '000000') => ({ style: BorderStyle.SINGLE, size, space: 1, color });
export const thinLine = line(4, ruling);
export const blackLine = line(6);
export const heavyLine = line(9);
const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' };

export const noFrame = { top: noLine, bottom: noLine, left: noLine, right: noLine };
export const blackFrame = { top: blackLine, bottom: blackLine, left: blackLine, right: blackLine };

/** A table without a line around it or in it. */
export const noLines = { ...noFrame, insideHorizontal: noLine, insideVertical: noLine };
