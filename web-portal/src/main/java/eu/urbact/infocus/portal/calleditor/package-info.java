/**
 * Organisers write the call of a workshop: texts, times, room, seats and questions; preview, open, close, archive it, or take over an earlier
 * one. Nothing entered is lost by a refusal or by somebody else's change; registration-service decides what can be changed.
 */
package eu.urbact.infocus.portal.calleditor;
