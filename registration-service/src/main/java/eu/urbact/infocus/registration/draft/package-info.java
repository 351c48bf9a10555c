/**
 * An application that is being written: kept page by page, so that nothing entered is lost on the way back, by a wrong entry, by a lost
 * connection or by a deadline. Nobody needs an account: whoever holds the random token has the draft, and only its hash is kept. A draft is
 * emptied when it is sent, and deleted some days after it was last saved.
 */
package eu.urbact.infocus.registration.draft;
