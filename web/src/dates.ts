// Days numbered since 1970-01-01 as people read and write them.

const msOfDay = 86_400_000;
const months = ["January", "February", "March", "April", "May", "June", "July", "August",
  "September", "October", "November", "December"];

export function dateOf(day: number): Date {
  return new Date(day * msOfDay);
}

/** "2013-03-04", as the fields of forms have it. */
export function isoOf(day: number): string {
  return dateOf(day).toISOString().slice(0, 10);
}

/** The day that an ISO date names, null for anything else. */
export function dayOf(iso: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) ? null : Math.round(time / msOfDay);
}

/** "4 March 2013". */
export function dayText(day: number): string {
  const date = dateOf(day);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]!} ${date.getUTCFullYear()}`;
}

/** "4 Mar 2013". */
export function shortDayText(day: number): string {
  const date = dateOf(day);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]!.slice(0, 3)} ${date.getUTCFullYear()}`;
}

/** What stands at an axis over so many days: "4 Mar", "Mar 2013", "2013". */
export function tickText(day: number, days: number): string {
  const [date, month, year] = shortDayText(day).split(" ");
  if (days < 200) return `${date!} ${month!}`;
  return days < 5 * 365 ? `${month!} ${year!}` : year!;
}

/** "4–12 March 2013", "28 March – 2 April 2013", a month or a year where it is just that. */
export function periodText(first: number, last: number): string {
  if (first === last) return dayText(first);
  const [a, b] = [dateOf(first), dateOf(last)];
  const year = a.getUTCFullYear();
  const fromFirst = a.getUTCDate() === 1;
  const toLast = dateOf(last + 1).getUTCDate() === 1;
  if (year !== b.getUTCFullYear()) return `${dayText(first)} – ${dayText(last)}`;
  if (a.getUTCMonth() === b.getUTCMonth()) {
    if (fromFirst && toLast) return `${months[a.getUTCMonth()]!} ${year}`;
    return `${a.getUTCDate()}\u2060–\u2060${b.getUTCDate()} ${months[a.getUTCMonth()]!} ${year}`;
  }
  if (fromFirst && toLast && a.getUTCMonth() === 0 && b.getUTCMonth() === 11) return String(year);
  return `${a.getUTCDate()} ${months[a.getUTCMonth()]!} – ${dayText(last)}`;
}
