import { resolve } from 'node:path';
import { formatSchema, jsonSchema, type SchemaFile, schemaFiles } from '../../bank/schema/schema.ts';
import { textFile } from '../../files/output-file.ts';
import { writeAll } from '../../files/write.ts';
import { type Command, value } from '../command.ts';
import { type ExitCode, exit, type Terminal, UsageError } from '../terminal.ts';

export interface SchemaOptions {
  /** Which of a bank's files the schema is for; one for all of them if none is named. */
  readonly file: SchemaFile | undefined;
  /** A folder to write files into, instead of the terminal. */
  readonly out: string | undefined;
}

/** `recto schema`: JSON Schema (draft 2020-12) with which editors complete, explain and check a bank's files. */
export async function schema({ file, out }: SchemaOptions, terminal: Terminal): Promise<ExitCode> {
  if (out === undefined) {
    terminal.out(formatSchema(jsonSchema(file)));
    return exit.fine;
  }
  const written = (file ? [file] : [undefined, ...schemaFiles]).map((each) =>
    textFile(each ? `${each}.schema.json` : 'schema.json', formatSchema(jsonSchema(each))),
  );
  await writeAll(resolve(terminal.cwd, out), written);
  for (const { path } of written) terminal.out(`${out.replace(/\/+$/, '')}/${path}\n`);
  return exit.fine;
}

export const command: Command = (run, terminal) => ({
  command: 'schema [file]',
  describe: 'Write JSON Schema for editors',
  builder: (yargs) =>
    yargs
      .positional('file', {
        type: 'string',
        describe: `For one kind of file: ${schemaFiles.join(', ')}; for all if none`,
      })
      .options({ out: value('A folder for the files: one for each') }),
  handler: ({ file, out }) =>
    run(() => schema({ file: readFile(file), out: out as string | undefined }, terminal)),
});

function readFile(given: unknown): SchemaFile | undefined {
  if (given === undefined) return undefined;
  const file = schemaFiles.find((each) => each === given);
  if (!file) throw new UsageError(`there is a schema for ${schemaFiles.join(', ')}, not for "${given}"`);
  return file;
}
