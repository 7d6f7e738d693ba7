/** Why a trace is not recorded that was deleted before; whoever hands in recordings again and again knows it by this. */
export const deletedReason = 'This session was deleted, and whoever hands it in does so by itself.'
