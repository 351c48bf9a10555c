/**
 * Who gets the next free seat. The list is ordered by a published rule; a seat that becomes free is held for the first person on it
 * whom it may go to, until a deadline, and then for the next. Organisers start and suspend it, give priorities and may put somebody
 * first with a reason. An offer is answered with the person's ordinary link and its own id, so a page that was left open on an earlier
 * offer answers no later one.
 */
package eu.urbact.infocus.registration.waitinglist;
