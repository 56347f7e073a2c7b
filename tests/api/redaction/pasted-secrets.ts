import { digits, made, type Secret } from './made-up.ts'

const table_password = 'Maple-Rain-42!'
const season = 'Herbst2026!'
const groups = Array.from({ length: 8 }, () => made(6, digits))

const of = (kind: string, secret: string, texts: string[]): Secret[] => texts.map((text) => ({ kind, text, secret }))

const profile = (key: string, content: string, present: string, gap = 27) =>
  [`${`    ${key}`.padEnd(gap)}: ${present}`, `${`    ${content}`.padEnd(gap)}: ${season}`].join('\n')

/** `netsh wlan show profile … key=clear` where only its last lines were pasted, and whole in a language not in the list. */
const profiles = of('Wi-Fi key', season, [
  profile('Chiave di sicurezza', 'Contenuto chiave', 'Presente'),
  profile('Beveiligingssleutel', 'Sleutelinhoud', 'Aanwezig'),
  profile('Chave de Segurança', 'Conteúdo da Chave', 'Presente'),
  profile('Säkerhetsnyckel', 'Nyckelinnehåll', 'Finns'),
  profile('Klucz zabezpieczeń', 'Zawartość klucza', 'Obecny'),
  profile('Ключ безопасности', 'Содержимое ключа', 'Присутствует'),
  profile('Güvenlik anahtarı', 'Anahtar İçeriği', 'Var'),
  profile('Klíč zabezpečení', 'Obsah klíče', 'Přítomen'),
  profile('安全密钥', '关键内容', '存在'),
  `    Authentification       : WPA2-Personnel\n    Chiffrement            : CCMP\n    Alpha beta             : Gamma\n    Delta epsilon          : ${season}\n\nCost`,
  `Key Content : ${season}`,
])

const tables = of('password', table_password, [
  `ComputerName  DistinguishedName           Password        ExpirationTimestamp\n------------  -----------------           --------        -------------------\nNB-LT-07      CN=NB-LT-07,OU=PCs,DC=acme  ${table_password}  12/24/2026 8:15:02 AM`,
  `GivenName,Surname,SamAccountName,Password,OU\nDana,Whitfield,dwhitfield,${table_password},OU=Staff`,
  `"Name";"Kennwort";"Abteilung"\n"Dana Whitfield";"${table_password}";"Empfang"`,
  `User\tPassword\tHost\ndana\t${table_password}\tsrv-fs01`,
  `| User | Password |\n|---|---|\n| dwhitfield | ${table_password} |`,
  `| Benutzer | Passwort | Notiz |\n| :--- | :---: | ---: |\n| dana | ${table_password} | neu |`,
  `| Field | Value |\n|---|---|\n| User | dana |\n| Password | ${table_password} |`,
  `User        Password         Site\ndana        ${table_password}   Acme\nowen        bluebird-7x      Acme`,
  ` user | password \n------+----------\n dana | ${table_password}\n(1 row)`,
  `+------+----------------+\n| user | password       |\n+------+----------------+\n| dana | ${table_password} |\n+------+----------------+`,
  `> | User | Password |\n> |---|---|\n> | dana | ${table_password} |`,
  `<table><tr><th>User</th><th>Password</th></tr><tr><td>dana</td><td>${table_password}</td></tr></table>`,
  `Password\n${table_password}\nSite\nAcme`,
  `Neues Kennwort:\n\n${table_password}`,
  `Question: What is the new admin password?\nAnswer: ${table_password}`,
  `name,api key\nconnector,${table_password}`,
])

const recovery = of('BitLocker recovery key', groups.join(' '), [
  `BitLocker key, read out on the phone: ${groups.join(' ')}`,
  `Recovery key:\n${groups.slice(0, 4).join('-')}-\n${groups.slice(4).join('-')}`,
  `Recovery key:\n${groups.slice(0, 4).join('-')}\n-${groups.slice(4).join('-')}`,
  `BitLocker-Wiederherstellungsschlüssel\n${groups.slice(0, 4).join(' ')}\n${groups.slice(4).join(' ')}`,
  `recovery key ${groups.join('–')}`,
  `The key is ${groups.join(' - ')} she says`,
  `BitLocker: ${groups.join(', ')}`,
])

const prose = of('password', season, [
  `Habe das Passwort von Frau Weber auf ${season} gesetzt, Anmeldung geht`,
  `Das Kennwort für den Scanner wurde auf ${season} geändert`,
  `Kennwort des Benutzers dweber zurückgesetzt auf ${season}`,
  `Passwort geändert von Winter2025! auf ${season}`,
  `Zugangsdaten: dweber / ${season}`,
  `Zugangsdaten für das Portal: dweber | ${season}`,
  `Neues Passwort lautet jetzt ${season}, bitte ändern`,
  `${season} ist das neue Passwort von Frau Weber`,
  `La contraseña nueva es ${season} gracias`,
  `La contraseña de la señora Ruiz ahora es ${season}`,
  `He cambiado la contraseña de Ana a ${season}`,
  `J'ai réinitialisé le mot de passe de Mme Petit : ${season}`,
  `Le mot de passe de Mme Petit est désormais ${season}`,
  `Identifiants : dpetit / ${season}`,
  `La password di Rossi è ora ${season}`,
  `Credenziali: rossi / ${season}`,
  `Het wachtwoord van Jan is gewijzigd naar ${season}`,
  `Inloggegevens: jan / ${season}`,
  `A senha da Ana agora é ${season}`,
  `password changed from Winter2025! to ${season}`,
  `password reset from Winter2025! to ${season} by Dana`,
  `her password was Winter2025! but should be ${season}`,
  `logged her in with ${season} as the password`,
  `changed the password\nfrom Winter2025! to\n${season}`,
  `What is the new admin password? ${season}`,
  `Password . . . . . . : ${season}`,
  `Пароль: ${season}`,
  `Hasło: ${season}`,
  `パスワード：${season}`,
])

/** What people paste out of mails, consoles and lists, where the word and its secret stand apart. */

/** In statements, beside a name, and in the columns of a table that one space keeps apart. */
const statements = of('password', season, [
  `INSERT INTO users (name, password) VALUES ('dana', '${season}'), ('eve', '${season}');`,
  `insert into "Users" ("Name","Pwd","Active") values\n  ('o''brien', '${season}', true),\n  ('eve', '${season}', false)`,
  `INSERT INTO dbo.Users ([Login], [Password]) VALUES (N'dana', N'${season}')`,
  `UPDATE users SET password = '${season}' WHERE id = 3`,
  `CREATE USER dana IDENTIFIED BY '${season}'`,
  `ALTER USER dana IDENTIFIED WITH caching_sha2_password BY '${season}'`,
  `LAPS: NB-LT-07 ${season}`,
  `LAPS password for NB-LT-07 → ${season}`,
  `You can log on with dwhitfield and ${season}`,
  `administrator / ${season}`,
  `user: dwhitfield, p: ${season}`,
  `La password di Rossi è stata cambiata in ${season}`,
  `Hasło użytkownika zmieniono na ${season}`,
  `Heslo uživatele bylo změněno na ${season}`,
  `ComputerName Password     ExpirationTimestamp\n------------ --------     -------------------\nNB-LT-07     ${season}  27/12/2026`,
])

export const pastedSecrets: Secret[] = [...statements, ...profiles, ...tables, ...recovery, ...prose]
