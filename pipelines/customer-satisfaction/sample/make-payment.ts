import { formatCents } from './format-cents.ts';
import type { OlistPart } from './olist-row.ts';
import type { Random } from './random.ts';

export interface Payment {
  readonly type: 'credit_card' | 'boleto' | 'voucher' | 'debit_card';
  readonly sequential: number;
  readonly installments: number;
  readonly valueCents: number;
}

const MOST_VALUE_CENTS = 1_366_408;
const MOST_INSTALLMENTS = 24;

/** The payment of an order: all it costs, or what a voucher left of it. */
export function makePayment(random: Random, costCents: number): Payment {
  const type = makeType(random);
  const sequential = random.chance(0.045) ? random.integer(2, 29, 8) : 1;
  const paidCents = sequential === 1 ? costCents : Math.floor(costCents * random.unit());
  return {
    type,
    sequential,
    installments: makeInstallments(random, type),
    valueCents: Math.min(paidCents, MOST_VALUE_CENTS),
  };
}

function makeType(random: Random): Payment['type'] {
  const share = random.unit();
  if (share < 0.74) return 'credit_card';
  if (share < 0.935) return 'boleto';
  return share < 0.985 ? 'voucher' : 'debit_card';
}

/** Only cards pay by instalments; the file has a few payments in none. */
function makeInstallments(random: Random, type: Payment['type']): number {
  if (type !== 'credit_card' || random.chance(0.34)) return 1;
  if (random.chance(0.0004)) return 0;
  return random.chance(0.01) ? random.integer(11, MOST_INSTALLMENTS) : random.integer(2, 10, 2);
}

/** The payment's columns of a row. */
export function paymentColumns(payment: Payment): OlistPart<PaymentColumn> {
  return {
    payment_sequential: String(payment.sequential),
    payment_type: payment.type,
    payment_installments: String(payment.installments),
    payment_value: formatCents(payment.valueCents),
  };
}

type PaymentColumn = 'payment_sequential' | 'payment_type' | 'payment_installments' | 'payment_value';
