/**
 * Taking clusters out of the directory: what organisers have taken out and why, taking another one out with a reason for everybody to read,
 * and bringing one back.
 */
package eu.urbact.infocus.portal.withdrawal;
