export const id = 2242;
export const ids = [2242];
export const modules = {

/***/ 2242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  syncForJob: () => (/* binding */ syncForJob)
});

// EXTERNAL MODULE: ./build/github/inputs/access.js
var inputs_access = __webpack_require__(430);
// EXTERNAL MODULE: ./build/github/inputs/main.js + 2 modules
var main = __webpack_require__(9277);
// EXTERNAL MODULE: ./build/github/inputs/reader.js
var inputs_reader = __webpack_require__(6287);
// EXTERNAL MODULE: ./build/github/inputs/sync.js + 7 modules
var inputs_sync = __webpack_require__(1538);
;// CONCATENATED MODULE: ./build/github/inputs/sync-action.js




/**
 * Reads and checks every input of `/sync`. For an event that must not write secrets the inputs are not checked, because such an event
 * may lack secrets and variables.
 * @throws ActionError `invalid-inputs` with all problems
 */
function readSyncInputs(run, env, reader = (0,inputs_reader.inputReader)()) {
    const access = (0,inputs_access/* readAccess */.z)(reader, run, env);
    const sync = (0,inputs_sync.readSync)(reader, { ...(0,main/* syncSurroundings */.F2)(access, run, env), prefix: '', fallback: 'apply' });
    if (sync.kind !== 'untrusted')
        (0,inputs_access/* assertNoProblems */.E)(reader);
    return { ...access, sync };
}

// EXTERNAL MODULE: ./build/github/run-context.js
var run_context = __webpack_require__(4809);
// EXTERNAL MODULE: ./build/job/manager.js
var manager = __webpack_require__(6111);
// EXTERNAL MODULE: ./build/job/root-sync.js
var root_sync = __webpack_require__(1748);
;// CONCATENATED MODULE: ./build/job/sync.js




const LIMIT_SECONDS = 1_800;
/** Runs `/sync`. There is no lease, so there is no post step. */
async function syncForJob(step) {
    const env = { ...process.env };
    const run = (0,run_context/* runFacts */.pI)(env);
    const inputs = readSyncInputs(run, env);
    const { sync } = inputs;
    if (sync.kind === 'untrusted')
        return (0,root_sync/* reportUntrusted */.bg)('', { step, env });
    if (sync.kind !== 'sync')
        return (0,root_sync/* reportOff */.Cs)('', step);
    const loaded = Promise.all(/* import() */[__webpack_require__.e(2239), __webpack_require__.e(5911), __webpack_require__.e(1089), __webpack_require__.e(7039)]).then(__webpack_require__.bind(__webpack_require__, 7039));
    await (0,manager/* runAsManager */.p)(inputs, { step, env, limitSeconds: LIMIT_SECONDS }, async ({ principal, context }) => {
        const { syncSecrets } = await loaded;
        await syncSecrets(sync, { step, context, principal, run, prefix: '' });
    });
}


/***/ })

};
