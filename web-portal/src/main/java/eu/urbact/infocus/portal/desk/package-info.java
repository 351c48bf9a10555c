/**
 * The organisers' admission desk: who applied, how many seats each bucket has left, one decision after the other, and the plan, in which
 * decisions are prepared, looked at together and released. Also the delivery log of the mails.
 */
package eu.urbact.infocus.portal.desk;
