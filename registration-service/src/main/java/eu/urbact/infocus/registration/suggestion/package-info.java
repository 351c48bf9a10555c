/**
 * Who could come: a selection for a room that is too small, proposed by a published rule, with the reasons for everybody. It
 * helps people to decide and decides nothing.
 */
package eu.urbact.infocus.registration.suggestion;
