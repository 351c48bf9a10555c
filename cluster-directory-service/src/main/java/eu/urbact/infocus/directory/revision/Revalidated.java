package eu.urbact.infocus.directory.revision;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jakarta.ws.rs.NameBinding;

/**
 * Marks reads whose answer depends on nothing but the request and the directory. They carry the directory's revision as
 * {@code ETag}, and answer 304 to a request whose {@code If-None-Match} names it. The tag is a weak one, because an answer may be packed on
 * the way. With several formats in {@code @Produces} each has a tag of its own, and the answers say that they vary with {@code Accept}.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Revalidated {}
