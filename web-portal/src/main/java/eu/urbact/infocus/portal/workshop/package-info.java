/**
 * A workshop's own page: what, where, when, until when to apply, and at what address each part takes place.
 */
package eu.urbact.infocus.portal.workshop;
