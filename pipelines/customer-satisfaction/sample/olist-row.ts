/** The columns of the Olist file, in its order; "lenght" is how it spells them. */
export const OLIST_COLUMNS = [
  'order_id',
  'customer_id',
  'order_status',
  'order_purchase_timestamp',
  'order_approved_at',
  'order_delivered_carrier_date',
  'order_delivered_customer_date',
  'order_estimated_delivery_date',
  'payment_sequential',
  'payment_type',
  'payment_installments',
  'payment_value',
  'customer_unique_id',
  'customer_zip_code_prefix',
  'customer_city',
  'customer_state',
  'order_item_id',
  'product_id',
  'seller_id',
  'shipping_limit_date',
  'price',
  'freight_value',
  'product_category_name',
  'product_name_lenght',
  'product_description_lenght',
  'product_photos_qty',
  'product_weight_g',
  'product_length_cm',
  'product_height_cm',
  'product_width_cm',
  'product_category_name_english',
  'review_score',
  'review_comment_message',
] as const;

export type OlistColumn = (typeof OLIST_COLUMNS)[number];

/** One line of the file as texts; a missing value is the empty text. */
export type OlistRow = Readonly<Record<OlistColumn, string>>;

/** Some columns of one line. */
export type OlistPart<C extends OlistColumn> = Readonly<Pick<OlistRow, C>>;
