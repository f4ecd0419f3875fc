// `act`, a runner that is not ours: github.com/nektos/act, pinned and built once from the Go module proxy.
import { goTool } from '../../scripts/go-tool.ts';

/** The path of the pinned `act`. Errors as `goTool`: without Go one that says how to get it. */
export function actProgram(): Promise<string> {
  return goTool({ package: 'github.com/nektos/act', version: 'v0.2.89' });
}
