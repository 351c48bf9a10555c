/**
 * The admission desk's list as a file, for those who go on working with it elsewhere: exactly the rows that the list shows, in
 * its order, written down in the audit trail.
 */
package eu.urbact.infocus.registration.export;
