/**
 * The call for participation and the application form. The form rejects nothing by itself: registration-service decides, and its
 * answer is shown beside the fields it is about.
 */
package eu.urbact.infocus.portal.apply;
