/**
 * What the mails say. Every template is registered with its version and the fact that calls for it, exists as text and as HTML, and is
 * rendered with sample data, before and after its deadlines, when the service starts: a missing or broken one stops the start, not a mail. Organisers may look at a mail
 * as somebody would get it before anything is sent.
 */
package eu.urbact.infocus.notification.template;
