import { Problem } from '../../platform/http/problem.js';
import { checkedProtocol } from '../../roles/checked-protocol.js';
import { ProtocolInvalid, type ProtocolRead } from '../read-protocol.js';

/**
 * A file of rules that came over the network, read and walked.
 * @throws Problem `protocol-invalid` with what is wrong on which line
 */
export const readOrRefuse = (yaml: string): ProtocolRead => {
  try {
    return checkedProtocol(yaml, 'protocol.yaml');
  } catch (error) {
    if (!(error instanceof ProtocolInvalid)) throw error;
    throw new Problem(400, 'protocol-invalid', 'This file cannot be used as a protocol: see errors, by line.', {
      errors: error.problems.map(({ line, message }) => ({ pointer: '/yaml', message: `line ${line}: ${message}` })),
      more: error.more,
      isAboutKeys: true,
    });
  }
};
