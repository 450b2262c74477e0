// The page's words for codes. A page in another language has another such file.
import { type Dispute, nameText, type Report } from "./data";
import { dayText, periodText } from "./dates";

const typeNouns: Record<string, string> = {
  AGREE: "agreement", CONSULT: "consultation", SUPPORT: "support in words", CONCEDE: "concession",
  COOPERATE: "cooperation", AID: "aid", RETREAT: "retreat", REQUEST: "demand", ACCUSE: "accusation",
  REJECT: "rejection", THREATEN: "threat", PROTEST: "protest", SANCTION: "sanction",
  MOBILIZE: "mobilisation", COERCE: "coercion", ASSAULT: "assault",
  ally: "alliance", backs: "backing", controls: "control", opposes: "enmity",
  member: "membership", office: "office", presence: "presence",
};

/** Types in which all parties are alike. */
const mutual = new Set(["AGREE", "CONSULT", "COOPERATE", "ally", "opposes"]);

const statusWords: Record<string, string> = {
  actual: "happened", future: "announced", hypothetical: "considered", negated: "said not to have happened",
};

const standingWords: Record<string, string> = {
  established: "Established", claimed: "Claimed", disputed: "Disputed", denied: "Denied",
};

export const fieldWords: Record<string, string> = {
  sentence: "sentence", trigger: "act", actor: "actor", recipient: "recipient", when: "when",
  where: "where", said_by: "said by", denied_by: "denied by",
};

const questions: Record<Dispute["about"], string> = {
  happened: "Did it happen?", relation: "Is it so?", actor: "Who did it?", recipient: "Whom did it hit?",
  bound: "Whom does it bind?", number: "How many?",
};

/** Claims that are no codes. */
const claims: Partial<Record<Dispute["about"], Record<string, string>>> = {
  happened: { yes: "It happened", no: "It did not happen" },
  relation: { yes: "It is so", no: "It is not" },
};

/** A quad class. */
export function quadText(quad: number): string {
  return ["acts", "cooperation in words", "cooperation in deeds", "conflict in words", "conflict in deeds"][quad] ?? "acts";
}
export function typeText(name: string): string {
  return typeNouns[name] ?? name;
}
export function statusText(name: string): string {
  return statusWords[name] ?? name;
}
export function standingText(name: string): string {
  return standingWords[name] ?? name;
}
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
/** "1 act", "2,345 acts". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}
export function list(words: string[]): string {
  if (words.length < 3) return words.join(" and ");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)!}`;
}

/** "Assault (heavy weapons)". */
export function kindText(report: Report, act: number): string {
  const mode = report.data.modes[report.data.acts.mode[act]!]!;
  const noun = capital(typeText(report.typeName(act)));
  return mode === "" ? noun : `${noun} (${mode.replaceAll("-", " ")})`;
}

export interface Parties {
  left: string;
  /** What stands between: "→", "–", or nothing. */
  sign: string;
  right: string;
}

export function parties(report: Report, act: number): Parties {
  const names = (actors: number[]) => list(actors.map((actor) => report.actorName(actor)));
  const actor = report.data.acts.actor[act]!;
  const recipient = report.data.acts.recipient[act]!;
  if (mutual.has(report.typeName(act))) {
    return { left: names([...actor, ...recipient.filter((one) => !actor.includes(one))]), sign: "", right: "" };
  }
  if (recipient.length === 0) return { left: names(actor) || "Nobody named", sign: "", right: "" };
  return { left: names(actor) || "Nobody named", sign: "→", right: names(recipient) };
}

export function partiesText(report: Report, act: number): string {
  const { left, sign, right } = parties(report, act);
  return sign === "" ? left : `${left} ${sign} ${right}`;
}

export function whenText(report: Report, act: number): string {
  const { first, last } = report.data.acts;
  if (first[act] === null) return "No date";
  return periodText(first[act]!, last[act] ?? first[act]!);
}

export function placesText(report: Report, act: number): string {
  return list(report.data.acts.place[act]!.map((place) => report.data.places[place]![0]));
}

/** "Assault, Eritrea → Yemen, 4 March 2013". */
export function actText(report: Report, act: number): string {
  return `${kindText(report, act)}, ${partiesText(report, act)}, ${whenText(report, act)}`;
}

export function questionText(about: Dispute["about"]): string {
  return questions[about];
}

export function sourceText(report: Report, source: number): string {
  return report.sourceName(source);
}

/** What a side claims: codes as names, "yes" and "no" as sentences of their own. */
export function claimText(report: Report, dispute: Dispute, claim: string): string {
  const known = claims[dispute.about]?.[claim];
  if (known !== undefined) return known;
  if (dispute.about !== "actor" && dispute.about !== "recipient" && dispute.about !== "bound") return capital(claim);
  const names = new Map(report.data.actors);
  const [not, codes] = claim.startsWith("not ") ? ["Not ", claim.slice(4)] : ["", claim];
  return capital(not + list(codes.split(", ").map((code) => nameText([code, names.get(code) ?? code]))));
}

export function saidText(first: number | null, last: number | null): string {
  if (first === null) return "";
  if (last === null || last === first) return `said ${dayText(first)}`;
  return `said ${periodText(first, last)}`;
}
