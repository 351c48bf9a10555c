/**
 * What an applicant sees through the personal link of the mails: where the application stands, what comes next, and the way out.
 */
package eu.urbact.infocus.portal.myapplication;
