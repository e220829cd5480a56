/** Gives a text that lies beside the code: a template, a style sheet, a script. */
export type ReadAsset = (file: URL) => string;
