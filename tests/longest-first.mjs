import { BaseSequencer } from 'vitest/node'

/** @import { TestSpecification } from 'vitest/node' */

/** Files that take long, longest first: begun last, one of them would keep a single core busy. */
const longest = [
  'limits',
  'fixes',
  'hostile',
  'archive-kill',
  'wire',
  'two-servers',
  'storage-copy',
  'media',
  'access',
  'outage',
  'rules',
  'migrate',
  'start-postgres',
  'assets',
]

/** A run that remembers no earlier one would otherwise go by the length of the files' sources. */
export class LongestFirst extends BaseSequencer {
  /**
   * @override
   * @param {TestSpecification[]} files
   */
  async sort(files) {
    const rest = await super.sort(files)
    return rest.sort((a, b) => placeOf(a) - placeOf(b))
  }
}

/** @param {TestSpecification} file */
function placeOf({ moduleId }) {
  const place = longest.findIndex((name) => moduleId.endsWith(`/${name}.integration.test.ts`))
  return place === -1 ? longest.length : place
}
