import type { Command } from './commands.ts';
import { parseCommand } from './commands.ts';
import { hide, masksFrom } from './masks.ts';

export type Level = 'error' | 'warning' | 'notice';
export type Annotation = { level: Level; title?: string; message: string };

/** The output of one step, raw and as a person reads it. */
export type StepLog = {
  /** Takes a piece of output; complete lines are worked on at once, with the masks known at that moment. */
  take(stream: 'stdout' | 'stderr', text: string): void;
  /** Adds a message of the runner itself, such as a warning about inputs. */
  annotate(level: Level, message: string): void;
  /** Works on lines that never ended. */
  flush(): void;
  read(): {
    stdout: string;
    stderr: string;
    log: string;
    annotations: Annotation[];
    legacyOutputs: Record<string, string>;
    legacyState: Record<string, string>;
  };
};

type Recorder = {
  masks: Set<string>;
  debug: boolean;
  lines: string[];
  annotations: Annotation[];
  legacyOutputs: Record<string, string>;
  legacyState: Record<string, string>;
  /** The token that ends `stop-commands`. */
  resumeToken: string | undefined;
};

const LABELS: Record<Level, string> = { error: 'Error', warning: 'Warning', notice: 'Notice' };

function print(recorder: Recorder, line: string): void {
  recorder.lines.push(hide(line, recorder.masks));
}

function annotate(recorder: Recorder, level: Level, message: string, title?: string): void {
  const hidden = hide(message, recorder.masks);
  recorder.annotations.push({
    level,
    ...(title === undefined ? {} : { title: hide(title, recorder.masks) }),
    message: hidden,
  });
  print(recorder, `${LABELS[level]}: ${message}`);
}

function addMask(recorder: Recorder, value: string): void {
  const masks = masksFrom(value);
  if (masks.length === 0)
    annotate(recorder, 'warning', "Can't add secret mask for empty string in ##[add-mask] command.");
  for (const mask of masks) recorder.masks.add(mask);
}

/** Executes a command; false when the runner does not know it and prints the line as it is. */
function obey(recorder: Recorder, { name, properties, data }: Command): boolean {
  switch (name) {
    case 'add-mask':
      addMask(recorder, data);
      return true;
    case 'error':
    case 'warning':
    case 'notice':
      annotate(recorder, name, data, properties.title);
      return true;
    case 'debug':
      if (recorder.debug) print(recorder, `##[debug]${data}`);
      return true;
    case 'group':
      print(recorder, data);
      return true;
    case 'endgroup':
    case 'echo':
    case 'add-matcher':
    case 'remove-matcher':
      return true;
    case 'stop-commands':
      recorder.resumeToken = data;
      return true;
    case 'set-output':
      recorder.legacyOutputs[properties.name ?? ''] = data;
      return true;
    case 'save-state':
      recorder.legacyState[properties.name ?? ''] = data;
      return true;
    default:
      return false;
  }
}

function takeLine(recorder: Recorder, line: string): void {
  const command = parseCommand(line);
  if (recorder.resumeToken !== undefined) {
    if (command?.name === recorder.resumeToken.toLowerCase()) recorder.resumeToken = undefined;
    else print(recorder, line);
    return;
  }
  if (!command || !obey(recorder, command)) print(recorder, line);
}

/** An empty log. `masks` is the job's: what this step masks stays masked in later ones. `debug`: print debug lines too. */
export function createStepLog(masks: Set<string>, debug: boolean): StepLog {
  const recorder: Recorder = {
    masks,
    debug,
    lines: [],
    annotations: [],
    legacyOutputs: {},
    legacyState: {},
    resumeToken: undefined,
  };
  const raw = { stdout: '', stderr: '' };
  const rest = { stdout: '', stderr: '' };
  const takeLines = (stream: 'stdout' | 'stderr', text: string) => {
    const lines = (rest[stream] + text).split('\n');
    rest[stream] = lines.pop() ?? '';
    for (const line of lines) takeLine(recorder, line.replace(/\r$/, ''));
  };
  return {
    take: (stream, text) => {
      raw[stream] += text;
      takeLines(stream, text);
    },
    annotate: (level, message) => annotate(recorder, level, message),
    flush: () => {
      for (const stream of ['stdout', 'stderr'] as const) if (rest[stream] !== '') takeLines(stream, '\n');
    },
    read: () => {
      const { annotations, legacyOutputs, legacyState, lines } = recorder;
      return { ...raw, log: lines.map((line) => `${line}\n`).join(''), annotations, legacyOutputs, legacyState };
    },
  };
}
