/**
 * A place in the person's own calendar: one entry with the days of the workshop, in the time of its venue, for people who have a place.
 * They are told when the workshop moves ({@code place-moved}), and the entry of the mail about it replaces the one they have. Whoever has no
 * place yet and may still get one is told, too ({@code applicant-moved}), unless they have less time by it to accept one that is offered to them,
 * which tells them of the move.
 */
package eu.urbact.infocus.registration.calendar;
