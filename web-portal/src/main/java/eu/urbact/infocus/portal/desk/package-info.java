/**
 * The organisers' admission desk: who applied, how many seats each bucket has left, and one decision after the other. Also the
 * delivery log of the mails.
 */
package eu.urbact.infocus.portal.desk;
