/**
 * What is kept about a person: they see it, take it along and have it erased; organisers do that for them on request, and look up who did
 * what.
 */
package eu.urbact.infocus.portal.owndata;
