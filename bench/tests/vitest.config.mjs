/** Files run in the order of their names. */
class ByName {
  sort(files) {
    return [...files].sort((a, b) => (a.moduleId < b.moduleId ? -1 : 1));
  }

  shard(files) {
    return files;
  }
}

/** The files of one side, with what it needs before them; the clock starts first. */
function project(side, setupFiles = []) {
  return {
    extends: true,
    test: {
      name: side,
      include: [`files/*.${side}.test.mjs`],
      setupFiles: ['./start.mjs', ...setupFiles],
    },
  };
}

export default {
  test: {
    watch: false,
    passWithNoTests: false,
    reporters: ['default'],
    testTimeout: 120_000,
    // Each file in a new process, one process at a time: as by default, but for the second.
    pool: 'forks',
    isolate: true,
    fileParallelism: false,
    sequence: { sequencer: ByName, setupFiles: 'list' },
    projects: [
      project('neither'),
      project('ours', ['aws-sdk-stubber/vitest']),
      project('theirs'),
      // aws-sdk-client-mock's API on this package, without its setup entry.
      project('facade'),
      // Here the setup entry itself is what a file loads.
      project('import'),
    ],
  },
};
