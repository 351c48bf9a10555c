/**
 * The admission desk's list as a file, for those who go on working with it elsewhere: exactly the rows that the list shows, in
 * its order, with the answers to what the call asks when they are of one call, written down in the audit trail.
 */
package eu.urbact.infocus.registration.export;
