import { quarterInWords } from '../../../calendar/dates.js';
import { OpensNothing } from '../../../access/view-log/opens.js';
import { AddressKey } from '../../../platform/address-key.js';
import { type AskedForForm, formPageOf } from '../../../web/forms/form-page.js';
import { keyOfIro } from '../iro-key.js';
import { ReadIroService } from '../iro-service.query.js';
import { drawSampleForm } from './draw-sample.form.js';
import { DrawSampleRoute } from './draw-sample.route.js';
import { addressOfSheet, quarterInAddress } from './present-sheet.js';
import { DrawSampleDto } from './sheet.dto.js';

/** The IRO and the quarter that the sheet was of from which somebody came here. No person stands in the address. */
const begunFrom = async ({ request, ask, asker, get }: AskedForForm): Promise<{ iro?: string; quarter?: string }> => {
  const { of, quarter } = request.query as { of?: string; quarter?: string };
  if (of === undefined || quarter === undefined) return {};
  const key = get<AddressKey>(AddressKey);
  const { iros } = await ask(new ReadIroService(asker));
  const found = iros.find(({ iro }) => keyOfIro(iro, key) === of);
  return found === undefined ? {} : { iro: found.iro.id, quarter: quarterInAddress(quarter) };
};

/** Drawing the sample of an IRO’s quarter, or another one with a reason. */
export const drawSamplePage = formPageOf({
  path: 'iro-service/samples',
  permits: 'supervision.draw-sample',
  opens: OpensNothing('It names no child.'),
  begins: begunFrom,
  carrying: (asked) => {
    let drawn: DrawSampleDto | undefined;
    return {
      pages: [drawSampleForm],
      body: DrawSampleDto,
      around: async () => {
        const { iros, periods } = await asked.ask(new ReadIroService(asked.asker));
        return {
          choices: {
            iros: iros.map(({ iro: { id, name } }) => ({ value: id, text: name })),
            quarters: periods.map(({ quarter }) => ({ value: quarter, text: quarterInWords(quarter) })).reverse(),
          },
          back: '/iro-service',
        };
      },
      carryOut: (body, sent) => {
        drawn = body as DrawSampleDto;
        return asked.get(DrawSampleRoute).draw(drawn, sent);
      },
      follows: async () => [],
      leadsTo: () =>
        drawn === undefined
          ? '/iro-service'
          : addressOfSheet(keyOfIro({ id: drawn.iro }, asked.get<AddressKey>(AddressKey)), drawn.quarter),
    };
  },
});
