/** The remembered world of the tests, the seed and the screens. */
export const northbeam = {
  account_name: 'Northbeam IT',
  engineer: 'Mara Reyes',
  clients: ['Acme Dental', 'Harbor Legal', 'Coastline CPA'],
}

/** The rival that must never see any of it. */
export const southgate = { account_name: 'Southgate MSP', engineer: 'Dario Wells' }

/** The problem with which the main job begins. */
export const vpn_problem = 'VPN drops after MFA'
