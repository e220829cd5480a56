#!/usr/bin/env node
import process from 'node:process';
import { main } from './main.ts';
import { processTerminal } from './terminal.ts';

// A reader such as `head` may close the pipe before all is written; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await main(process.argv.slice(2), processTerminal(process));
