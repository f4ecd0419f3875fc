/**
 * A text as part of one line of the log. The runner looks for commands at the start of each line, and for the old form of them anywhere
 * in a line (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs), and some of what we print comes from
 * elsewhere: names, ARNs, messages of AWS and of proxies.
 */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '?').replaceAll('##[', '##?[');
}
