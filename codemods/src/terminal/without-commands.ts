/** Takes nothing of a line's width. */
const apart = "\u200b";

/**
 * Text that the log of a pipeline takes for no command: `::error` where a line begins, after blanks too, and `##[error]` or `##vso[…]` anywhere in one.
 * As GitHub's runner looks for them: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs, and Azure's: https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands.
 */
export function withoutCommands(text: string): string {
  return text
    .replaceAll(/^([^\S\r\n\u2028\u2029]*:)(?=:)/gm, `$1${apart}`)
    .replaceAll(/#(?=#\w{0,20}\[)/g, `#${apart}`);
}
