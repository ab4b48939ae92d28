import { formatTime } from './format-time.ts';
import type { OlistPart } from './olist-row.ts';
import type { Random } from './random.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;
const FIRST_PURCHASE_MS = Date.UTC(2016, 8, 4);
const PURCHASE_DAYS = 725;

/** Shares of the file's 115,609 rows: never handed to a carrier 1,195; not delivered 2,400. */
const NEVER_SENT = 1195 / 115_609;
const NOT_DELIVERED = 2400 / 115_609;
const NEVER_SENT_STATUSES = ['canceled', 'processing', 'invoiced', 'unavailable'] as const;

export interface Delivery {
  readonly columns: OlistPart<DeliveryColumn>;
  /** Days after the date that was promised; negative if before it, undefined if never. */
  readonly daysLate: number | undefined;
}

/** How an order went, from the purchase to the customer's door; its approval may be missing. */
export function makeDelivery(random: Random, approvalKnown: boolean): Delivery {
  const fate = random.unit();
  const purchasedMs = FIRST_PURCHASE_MS + random.integer(0, PURCHASE_DAYS * 86_400 - 1) * 1000;
  const approvedMs = purchasedMs + random.integer(5, 4000, 6) * MINUTE_MS;
  const sentMs = approvedMs + random.integer(300, 20_000, 3) * MINUTE_MS;
  const deliveredMs = sentMs + random.integer(1440, 60_000, 3) * MINUTE_MS;
  const promisedMs = midnight(purchasedMs + random.integer(16, 40) * DAY_MS);
  const delivered = fate >= NOT_DELIVERED;
  return {
    daysLate: delivered ? (deliveredMs - promisedMs) / DAY_MS : undefined,
    columns: {
      order_status: statusOf(random, fate),
      order_purchase_timestamp: formatTime(purchasedMs),
      order_approved_at: approvalKnown ? formatTime(approvedMs) : '',
      order_delivered_carrier_date: fate >= NEVER_SENT ? formatTime(sentMs) : '',
      order_delivered_customer_date: delivered ? formatTime(deliveredMs) : '',
      order_estimated_delivery_date: formatTime(promisedMs),
      shipping_limit_date: formatTime(approvedMs + random.integer(2, 9) * DAY_MS),
    },
  };
}

type DeliveryColumn =
  | 'order_status'
  | 'order_purchase_timestamp'
  | 'order_approved_at'
  | 'order_delivered_carrier_date'
  | 'order_delivered_customer_date'
  | 'order_estimated_delivery_date'
  | 'shipping_limit_date';

function statusOf(random: Random, fate: number): string {
  if (fate < NEVER_SENT) return random.pick(NEVER_SENT_STATUSES);
  return fate < NOT_DELIVERED ? 'shipped' : 'delivered';
}

function midnight(timeMs: number): number {
  return timeMs - (timeMs % DAY_MS);
}
