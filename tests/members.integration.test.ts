import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTeamApp, type TeamApp } from './members'

let app: TeamApp

beforeAll(async () => {
  app = await createTeamApp()
})
afterAll(() => app.close())

describe('members', () => {
  it('are asked who they are, and strangers let in nowhere', async () => {
    expect((await app.request('GET', '/api/tasks')).status).toBe(401)
    const viewer = await app.as('viewer')
    expect((await viewer.request('GET', '/api/tasks')).status).toBe(200)
    expect((await viewer.request('POST', '/api/tasks', { body: {} })).status).toBe(403)
    const creator = await app.as('creator')
    expect((await creator.request('POST', '/api/tasks', { body: {} })).status).toBe(400)
  })
})
