import type { Command } from 'commander';
import { configFor, mustBeOpen, type OpenCouncil, withCouncil } from '../council.js';
import type { Terminal } from '../terminal.js';
import { example, leaf } from './shared.js';

/** Documents as evidence: to send one here, and to save one. */
export const addDocumentCommands = (program: Command, terminal: Terminal): void => {
  const document = program.command('document').description('Documents that are sent as evidence.');
  const actions = () => import('./document-actions.js');
  const beside = async (command: Command, act: (council: OpenCouncil) => Promise<void>): Promise<void> =>
    withCouncil('reader', await configFor(command, terminal), async (council) => {
      await mustBeOpen(council);
      return act(council);
    });

  leaf(document, 'add <file>', 'Take a document in, and print the id by which an act of that person names it.')
    .requiredOption('--as <person>', 'who will send the act: a name or number of the directory')
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint document add minutes.pdf --as "Tom"'))
    .action(async (file: string, options: { as: string; json?: boolean }, command: Command) => {
      const { addDocument } = await actions();
      const config = await configFor(command, terminal);
      await beside(command, (council) => addDocument(council, config, terminal, { file, ...options }));
    });

  leaf(document, 'list <reference>', 'The documents of a dispute. That you looked is put on record.')
    .option('--json', 'print JSON for programs')
    .addHelpText('after', example('footprint document list DRP-7K4M-2QXH'))
    .action(async (reference: string, options: { json?: boolean }, command: Command) => {
      const { listDocuments } = await actions();
      await beside(command, (council) => listDocuments(council, terminal, { reference, ...options }));
    });

  leaf(document, 'save <reference> <id> <file>', 'Save a document of a dispute as a new file. That is put on record.')
    .addHelpText('after', example('footprint document save DRP-7K4M-2QXH 2Q…w evidence.pdf'))
    .action(async (reference: string, id: string, file: string, _options: object, command: Command) => {
      const { saveDocument } = await actions();
      const config = await configFor(command, terminal);
      await beside(command, (council) => saveDocument(council, config, terminal, { reference, id, file }));
    });
};
