import type { FileView } from "../program/file-view.js";
import type { PropertyWrite } from "../values/layers.js";
import { findTlsOptions } from "./find-tls-options.js";
import type { TlsOptions } from "./tls-options.js";
import { usersOf } from "./users.js";

const isOfHttps = ({ client }: TlsOptions) => client?.modules.includes("https") === true;
const isOfAgent = (site: TlsOptions) => site.scope === "process" && isOfHttps(site);
const isOfRequest = (site: TlsOptions) => site.scope === "connection" && isOfHttps(site);

/** Whether requests read the option after the agent of the whole process, to which the file gives options too: those win, and may not get along with another one. */
export function isUnderGlobalAgent(program: FileView, write: PropertyWrite): boolean {
  return usersOf(program, write).sites.some(isOfRequest) && findTlsOptions(program).some(isOfAgent);
}

/** Whether the agent of the whole process has the option, and requests of the file may give themselves the same. */
export function isOverRequests(program: FileView, write: PropertyWrite): boolean {
  const maySay = ({ complete, writes }: TlsOptions) => !complete || writes.some(({ key }) => key === write.key);
  return (
    usersOf(program, write).sites.some(isOfAgent) &&
    findTlsOptions(program).some((site) => isOfRequest(site) && maySay(site))
  );
}
