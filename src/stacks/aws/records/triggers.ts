import type { TriggerStore } from '../../../tracking/record-store.ts';
import { checkRecordName } from '../../../tracking/rules/name.ts';
import type { Condition } from './condition.ts';
import { encodeItem, itemReader, type Versioned } from './item.ts';
import { claimKey } from './keys.ts';
import type { tableSchema } from './table-schema.ts';
import type { Table } from './table.ts';
import { putItemIf } from './write.ts';

/** A run's hold on a trigger key, removed by DynamoDB some time after it has ended. */
type Claim = Versioned & { readonly run: string; readonly expiresAtMs: number } & {
  readonly [Field in (typeof tableSchema)['timeToLive']]: number;
};

const readClaim = itemReader<Claim>({ run: 'S', expiresAtMs: 'N', expiresAt: 'N' });

/** Claims of trigger keys in DynamoDB. */
export function dynamoTriggers(table: Table): TriggerStore {
  return {
    async claim(key, run, expiresAtMs, nowMs) {
      checkRecordName('trigger', key);
      const claim: Claim = { v: 1, run, expiresAtMs, expiresAt: Math.ceil(expiresAtMs / 1000) };
      const claimed = await putItemIf(table, encodeItem(claimKey(key), claim), isFreeAt(nowMs));
      if (claimed.state === 'written') return { run, won: true };
      const winner = readClaim(claimed.standing!).run;
      return { run: winner, won: winner === run };
    },
  };
}

function isFreeAt(nowMs: number): Condition {
  return {
    expression: 'attribute_not_exists(pk) OR #expires <= :now',
    names: { '#expires': 'expiresAtMs' },
    values: { ':now': nowMs },
  };
}
