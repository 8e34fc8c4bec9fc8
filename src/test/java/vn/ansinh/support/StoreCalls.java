package vn.ansinh.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.stereotype.Repository;

/**
 * Notes which methods of stores there are and which ran on real PostgreSQL, under {@code
 * target/stores} in lists for each {@link Fork}. {@code bin/check} lays the lists side by side and
 * wants none that never ran: SQL that no test has sent to a server is SQL nobody knows to work.
 */
public final class StoreCalls implements BeanPostProcessor, TestExecutionListener {

  /** Tests that make their own stores or nodes run these, out of sight of this class. */
  private static final Set<String> RUN_OUT_OF_SIGHT =
      Set.of(
          "vn.ansinh.audit.CheckpointStore.covering",
          "vn.ansinh.audit.CheckpointStore.find",
          "vn.ansinh.audit.CheckpointStore.newestBefore",
          "vn.ansinh.audit.CheckpointStore.stream",
          "vn.ansinh.audit.SealStore.countSubtrees",
          "vn.ansinh.audit.SealStore.leaves",
          "vn.ansinh.audit.SealStore.leavesOf",
          "vn.ansinh.audit.SealStore.placeOf",
          "vn.ansinh.audit.SealStore.saysErased",
          "vn.ansinh.audit.SealStore.stream",
          "vn.ansinh.audit.SealStore.subtrees",
          "vn.ansinh.files.SafekeepingStore.giveBack",
          "vn.ansinh.files.SafekeepingStore.quarantine");

  private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();
  private static final Set<String> RUN = ConcurrentHashMap.newKeySet();
  private static final MethodInterceptor NOTE =
      call -> {
        if (!isOfSchedule(Thread.currentThread())) {
          RUN.add(name(call.getMethod()));
        }
        return call.proceed();
      };

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    var store = AopUtils.getTargetClass(bean);
    if (AnnotationUtils.findAnnotation(store, Repository.class) == null
        || !store.getName().startsWith("vn.ansinh.")) {
      return bean;
    }
    Arrays.stream(store.getDeclaredMethods())
        .filter(it -> !it.isSynthetic())
        .filter(it -> (it.getModifiers() & (Modifier.PRIVATE | Modifier.STATIC)) == 0)
        .forEach(it -> KNOWN.add(name(it)));
    if (bean instanceof Advised proxy && !proxy.isFrozen()) {
      proxy.addAdvice(0, NOTE);
      return bean;
    }
    var proxy = new ProxyFactory(bean);
    proxy.setProxyTargetClass(true);
    proxy.addAdvice(NOTE);
    return proxy.getProxy(store.getClassLoader());
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    var run = new TreeSet<>(RUN);
    run.addAll(RUN_OUT_OF_SIGHT);
    var lists = Path.of("target", "stores");
    try {
      Files.createDirectories(lists);
      Files.write(lists.resolve("known-" + Fork.NUMBER + ".txt"), new TreeSet<>(KNOWN));
      Files.write(lists.resolve("run-" + Fork.NUMBER + ".txt"), run);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What the clock has run no test has looked at, and on a faster machine it would not have run.
   */
  private static boolean isOfSchedule(Thread thread) {
    return thread.getName().startsWith("scheduling-");
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getName() + "." + method.getName();
  }
}
