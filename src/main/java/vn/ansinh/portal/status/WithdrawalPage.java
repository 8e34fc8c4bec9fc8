package vn.ansinh.portal.status;

/** Everything {@code portal/status/withdrawal.jte} shows. */
public record WithdrawalPage(String code, String at) {}
