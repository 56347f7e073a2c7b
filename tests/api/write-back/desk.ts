import { type OwnConnectWise, startConnectWise } from '../../harness/connectwise/connectwise.ts'
import { type Person, signUpColleague, signUpMara } from '../people.ts'
import { type Product, startProduct } from '../product.ts'
import { connectPsa } from './connect-psa.ts'

/** Northbeam's desk: the product, its ConnectWise, and two engineers who share the account. */
export type Desk = Product & {
  there: OwnConnectWise
  mara: Person
  lee: Person
  /** The id of a status of the Service Desk, by its name. */
  statusId: (name: string) => Promise<string>
}

export async function startDesk(): Promise<Desk> {
  const there = await startConnectWise()
  const product = await startProduct({ psa_allowed_hosts: there.host })
  const mara = await signUpMara(product)
  const lee = await signUpColleague(product, mara, 'engineer')
  const statusId = async (name: string) => {
    const status = (await there.statusesOf('Service Desk')).find((each) => each.name === name)
    if (!status) throw new Error(`The Service Desk has no status ${name}`)
    return `${status.id}`
  }
  const [board] = await there.statusesOf('Service Desk')
  const board_id = `${board?.board.id}`
  await connectPsa(product, mara, there, {
    resolved: { [board_id]: await statusId('Resolved') },
    escalated: { [board_id]: await statusId('Escalated to L2') },
  })
  return {
    ...product,
    there,
    mara,
    lee,
    statusId,
    async close() {
      await product.close()
      await there.close()
    },
  }
}
