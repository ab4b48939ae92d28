const DAY_MS = 86_400_000;
const TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/** Writing out a date takes ten times as long as looking it up, and all of a file are within three years. */
const dates = new Map<number, string>();

/** A time as the Olist file has it: YYYY-MM-DD HH:MM:SS, in UTC. */
export function formatTime(timeMs: number): string {
  const day = Math.floor(timeMs / DAY_MS);
  const seconds = Math.floor((timeMs - day * DAY_MS) / 1000);
  const [hour, minute] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${dateOf(day)} ${TWO_DIGITS[hour]}:${TWO_DIGITS[minute]}:${TWO_DIGITS[seconds % 60]}`;
}

function dateOf(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
  dates.set(day, date);
  return date;
}
