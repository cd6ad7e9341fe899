import { afterAll, beforeAll } from 'vitest'
import { createTeamApp, type Caller, type TeamApp } from './members'

type TeamOfThree = { app: TeamApp; admin: Caller; creator: Caller; viewer: Caller }

/** An app with a member of each role, for all tests of the file; it is there once they run. */
export function teamOfThree(): TeamOfThree {
  const team = {} as TeamOfThree
  beforeAll(async () => {
    const app = await createTeamApp()
    const [admin, creator, viewer] = [
      await app.as('admin'),
      await app.as('creator'),
      await app.as('viewer'),
    ]
    Object.assign(team, { app, admin, creator, viewer })
  })
  afterAll(() => team.app.close())
  return team
}
