/** Every cap of the product is one line here. Lengths are in signs as people count them, times in milliseconds. */
export const limits = {
  title: 200,
  description: 4000,
  remarks: 1000,
  name: 60,
  label: 120,
  link: 500,
  linksPerSession: 8,
  tagsPerSession: 8,
  tag: 40,
  needsPerSession: 8,
  hostsPerSession: 6,
  slotsPerSession: 4,
  featuresPerRoom: 16,
  rooms: 60,
  slots: 120,
  sessions: 1000,
  sessionsPerPerson: 40,
  /** Sessions without a host that participants may have proposed. */
  seekingSessions: 100,
  collectives: 60,
  peoplePerCollective: 60,
  peoplePerForum: 3000,
  capacity: 20_000,
  cellsPerCommand: 600,
  alternatives: 3,
  walks: 200,
  offerWord: 140,
  /** Why something is done although a rule asks for a reason. */
  reason: 300,
  /** Times at which somebody can't be there. */
  absencesPerPerson: 20,
  /** Offers that one person may have open. */
  offersPerPerson: 20,
  /** How long somebody's own last action can be undone. */
  undoMilliseconds: 10 * 60_000,
  /** A frame from a phone; above, the socket is closed with 1009. */
  frameBytes: 16 * 1024,
  /** A JSON body over HTTP. */
  bodyBytes: 64 * 1024,
  /** The body that sets a whole forum up. */
  planBytes: 512 * 1024,
  /** No greeting within this: the socket is closed (P3). */
  greetingMilliseconds: 10_000,
  /** The server speaks at least this often, and cuts a phone silent for two of them. */
  heartbeatMilliseconds: 15_000,
  /** Entries are joined into one frame within this window under load. */
  joinMilliseconds: 50,
  /** Stars, names and presence are gathered for this long. */
  gatherMilliseconds: 1000,
  /** Bytes that may wait for one peer before it is cut. */
  peerQueueBytes: 512 * 1024,
  /** Entries that a resume may carry; above, the phone takes the snapshot. */
  resumeEntries: 500,
  socketsTotal: 5000,
  socketsPerForum: 2500,
  /** Of these, how many may be of nobody with a name (walls, doors, readers): people always get in. */
  namelessSocketsPerForum: 1500,
  /** And over all forums: readers of several forums together never fill the house either. */
  namelessSocketsTotal: 3000,
  socketsPerPerson: 12,
  /** Commands of one person: a burst, and what comes back each second. */
  commandBurst: 60,
  commandsPerSecond: 5,
  /** The same for a facilitator, who enters paper cards fast and frames the grid. */
  facilitatorBurst: 600,
  facilitatorPerSecond: 60,
  /** Messages of any kind on one socket, pings too: above, it is closed. */
  messageBurst: 1000,
  messagesPerSecond: 100,
  /** Greetings on one socket: each is answered with all that was missed. */
  helloBurst: 8,
  hellosPerSecond: 0.2,
  /** How long a phone that was told to take the snapshot again may keep its socket without a new greeting. */
  resyncMilliseconds: 60_000,
  /** Joins per minute for one forum (never by address: a venue shares one). */
  joinsPerMinute: 1200,
  /** Wrong facilitator secrets per minute for one forum. */
  secretsPerMinute: 60,
} as const
