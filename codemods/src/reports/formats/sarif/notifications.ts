import type { Notification, ReportingDescriptor } from "sarif";
import type { Report } from "../../report.js";
import { fileLocation } from "./places.js";

const meanings = {
  failed: "A file could not be processed.",
  unverified: "The edits of a file failed verification, and it was left as it was.",
  skipped: "A file was not read.",
  note: "What is to know about how the files were judged.",
  limit: "Findings that are beyond the limits of code scanning.",
} as const;

export const notificationDescriptors: ReportingDescriptor[] = Object.entries(meanings).map(([id, text]) => ({
  id,
  shortDescription: { text },
}));

/** What a reader of the results has to know of what is not in them. */
export function notificationsOf({ errors, skipped, notes }: Report, limit: string | undefined): Notification[] {
  return [
    ...(limit === undefined ? [] : [notification("limit", "warning", limit)]),
    ...errors.map(({ kind, path, reason }) => notification(kind, "error", `${path} ${reason}`, path)),
    ...skipped.map(({ path, reason }) => notification("skipped", "note", `${path} ${reason}`, path)),
    ...notes.map((text) => notification("note", "note", text)),
  ];
}

function notification(id: keyof typeof meanings, level: Notification.level, text: string, path?: string): Notification {
  return {
    descriptor: { id },
    level,
    message: { text },
    ...(path !== undefined && { locations: [fileLocation(path)] }),
  };
}
