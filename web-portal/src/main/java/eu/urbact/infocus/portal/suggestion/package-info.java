/**
 * A selection proposed to the organisers, with the reasons for everybody, and the goals it follows. Decisions are made on the
 * admission desk.
 */
package eu.urbact.infocus.portal.suggestion;
