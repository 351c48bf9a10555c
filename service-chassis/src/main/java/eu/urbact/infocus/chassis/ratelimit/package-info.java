/**
 * Slows down whoever asks too often, without hurting others: somebody who guesses links, fills mailboxes, or floods a form. Which
 * requests are counted, and how many are too many, is each service's configuration.
 */
package eu.urbact.infocus.chassis.ratelimit;
