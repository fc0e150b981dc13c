export const offline = {
  saved: (title: string) => `« ${title} » : c’est enregistré.`,
  savedOther: 'Ce qui attendait le réseau est enregistré.',
  refused: (title: string, why: string) => `« ${title} » : ${why}`,
  someSession: 'ce sujet',
  late: (title: string, cell: string) =>
    `« ${title} » attend depuis longtemps d’être posé : ${cell}. Le poser maintenant ?`,
  lateHelp: 'Rien n’a été envoyé sans vous.',
  sendNow: 'Poser maintenant',
  letGo: 'Laisser tomber',
  update: 'Une version plus récente est prête.',
  updateNow: 'Mettre à jour',
  install: 'Garder ce forum sur l’écran d’accueil ?',
  installHelp: 'Il s’ouvre alors d’un geste, même sans réseau.',
  installNow: 'Garder',
  notNow: 'Non merci',
  portal: 'Connectez-vous au Wi-Fi.',
  portalHelp: 'Ce réseau veut une connexion avant de laisser passer. Les essais continuent.',
  openPortal: 'Ouvrir sa page',
}

export type OfflineWords = typeof offline
