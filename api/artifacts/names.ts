/** Names that anybody may use without a fact: of the trade, not of a case. */
const trade = new Set(
  `microsoft windows office internet active directory group policy event viewer task manager outlook exchange online teams
  sharepoint onedrive azure entra intune edge chrome firefox word excel powershell wi fi ethernet bluetooth mac linux android
  control panel device settings services remote desktop server admin center authenticator english german`.split(/\s+/),
)

/** German writes every noun with a capital, so that a capital tells nothing there. */
const german = /\b(?:der|die|das|und|ist|nicht|mit|auf|wurde|wurden|den|dem|ein|eine)\b/gu

const account =
  /\b(?:users?|accounts?|mailbox|mailboxes|logins?|usernames?|benutzer|konto|postfach)\s+["'“„]?([\p{L}\p{N}._-]{3,40})["'”“]?\s+(?:is|was|are|were|has|had|have|can|could|cannot|did|does|signed|logged|reported|wurde|war|ist|hat|konnte)\b/giu
const title = /\b(?:mr|mrs|ms|dr|herr|herrn|frau|kollege|kollegin)\.?\s+(\p{Lu}\p{L}{1,30})/gu
const host =
  /\b(?:server|host|printer|switch|firewall|router|laptop|pc|computer|machine|controller|nas|share|drucker|rechner)\s+["'“„]?(\p{Lu}[\p{Lu}\p{N}_-]{2,40})\b/gu
const capital = /(?<![.!?:…]\s*)(?<=[\p{L}\p{N},;)"'”]\s+["'“„(]?)\p{Lu}\p{Ll}{2,30}\b/gu

/** What follows "user" or "account" without being one's name. */
const nobody = new Set(
  'account accounts profile profiles object objects password lockout session sessions group data device who that name names itself themselves and'.split(
    ' ',
  ),
)

/** Names of people, accounts and machines in a sentence that stand nowhere in the evidence's words. */
export function inventedNames(sentence: string, evidence: Set<string>): string[] {
  const named = [
    ...[...sentence.matchAll(account)].flatMap(([, name = '']) => (nobody.has(name.toLowerCase()) ? [] : name)),
    ...[...sentence.matchAll(title)].map(([, name = '']) => name),
    ...[...sentence.matchAll(host)].map(([, name = '']) => name),
    ...((sentence.match(german)?.length ?? 0) >= 2 ? [] : [...sentence.matchAll(capital)].map(([name]) => name)),
  ]
  return [...new Set(named)].filter((name) => {
    const folded = name.toLowerCase()
    return !trade.has(folded) && !evidence.has(folded) && !evidence.has(folded.replace(/s$/u, ''))
  })
}

/** Every word of a text as it stands there, folded. */
export const wholeWords = (text: string): Set<string> =>
  new Set(
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+(?:[._-][\p{L}\p{N}]+)*/gu)
      ?.flatMap((word) => [word, ...word.split(/[._-]/u)]),
  )
